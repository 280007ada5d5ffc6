type Header = { key: string; value: string };

declare const securityHeaders: { everywhere: Header[]; https: Header };
export default securityHeaders;
