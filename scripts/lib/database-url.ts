function changed(url: string, change: (parts: URL) => void): string {
  const parts = new URL(url);
  change(parts);
  return parts.href;
}

/** The same server and login, another database. */
export const inDatabase = (url: string, name: string): string =>
  changed(url, (parts) => {
    parts.pathname = `/${name}`;
  });

/** The same database, another login. */
export const withLogin = (url: string, user: string, password: string): string =>
  changed(url, (parts) => {
    parts.username = user;
    parts.password = password;
  });
