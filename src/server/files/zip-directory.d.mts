export type ZipEntry = {
  name: string;
  /** 0 stored, 8 deflated; the file is as it lies in the archive. */
  method: number;
  /** Needs a password. */
  locked: boolean;
  data: Buffer;
};

export function zipEntries(bytes: Buffer, most: number): ZipEntry[] | null;
