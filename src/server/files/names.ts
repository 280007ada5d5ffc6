/** As long as any file system's names, so that only made-up ones are ever cut. */
const longest = 255;
/** Control characters, marks that reverse or hide text (RTLO and the like), and what file systems refuse. */
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/gu;
const refused = /[<>:"|?*]/g;

/** The last part after the last dot, lower case, or "". */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}

/**
 * The name a file is shown under and downloaded as. It never becomes a path: the stored file has a random key.
 * Paths, control and direction marks are stripped, long names are cut before their extension [S55].
 */
export function shownName(given: string): string {
  const plain = given.normalize("NFC").replace(unseen, "");
  const last = plain.split(/[\\/]/).at(-1) ?? "";
  const name = last.replace(refused, "_").replace(/^[.\s]+|[.\s]+$/g, "");
  if (name === "") return "附件";
  const extension = extensionOf(name);
  const ending = extension === "" ? "" : `.${extension}`;
  const base = Array.from(name.slice(0, name.length - ending.length))
    .slice(0, longest - ending.length)
    .join("");
  return `${base === "" ? "附件" : base}${ending}`;
}

/** RFC 6266 with an RFC 5987 name: always saved, never shown inside our own site [S56]. */
export function dispositionOf(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const extension = extensionOf(name);
  return `attachment; filename="file${extension === "" ? "" : `.${extension}`}"; filename*=UTF-8''${encoded}`;
}
