const longestSide = 1600;
const quality = 0.85;

/**
 * A photo as small as a line in the field can carry it, as JPEG, no side over 1600 pixels.
 * @throws Error with a Chinese sentence where the file is no picture that the browser can read
 */
export async function smallPhoto(file: File, name: string): Promise<File> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null)
    throw new Error(
      /\.hei[cf]$/i.test(file.name)
        ? `「${file.name}」是 HEIC 格式，这台设备打不开。请在手机相机设置的「格式」里选「兼容性最佳」后重拍，或者选 JPG 图片。`
        : `「${file.name}」不是能打开的照片，请重新拍一张，或者选 JPG、PNG 图片。`,
    );
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", quality));
  if (small === null) throw new Error(`「${file.name}」没有处理成功，请重新拍一张。`);
  return new File([small], `${name}.jpg`, { type: "image/jpeg" });
}
