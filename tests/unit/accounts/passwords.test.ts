import { describe, expect, it } from "vitest";
import { passwordIsStrong, passwordRule } from "@/domains/accounts/rules";

const judged = (password: string) => passwordIsStrong(password, "liming");

describe("a password [S29]", () => {
  it.each([
    "Brenda-Likes-9-Teas",
    "Quiet-Harbour-2031",
    "Kaiser.1111111.Mulde",
    "Der-Administrator-7-mag-Kuchen",
    "Gaoting#123456#Chuanwu",
    "qwerty-Wolkenbruch-88",
    "Xk9#mPassword2Lq7v",
    "春眠不觉晓处处闻啼鸟Ab1#",
  ])("is not called common for a word it merely holds: %s", (password) => {
    expect(judged(password)).toMatchObject({ allowed: true });
  });

  it.each([
    "Password1234!",
    "P@ssw0rd2026!!",
    "Admin123456!!",
    "Aa123456123456",
    "Qwerty123456!",
    "Welcome@2026!!",
    "Renda@20262026",
    "Aaaaaaaaaaa1!",
    "Huawei@12345678",
    "1qaz2wsx#ABCD",
  ])("that is made of what every list of guesses holds is refused with what to do: %s", (password) => {
    const answer = judged(password);
    expect(answer.allowed).toBe(false);
    if (!answer.allowed) expect(answer.reason).toContain("请再加几个");
  });
});

it("what is asked of a password is said before anybody is refused", () => {
  for (const word of ["至少12位", "三种", "用户名", "常见的词或连号"]) expect(passwordRule).toContain(word);
});
