import { beforeAll, describe, expect, test } from "vitest";
import { createDeputyInput } from "@/domains/deputies/schema";
import { createInputOf } from "@/domains/records/schema";
import { handlingUnit } from "@/domains/suggestions/record";
import { createSuggestionInput, listSuggestionsInput } from "@/domains/suggestions/schema";
import { GET } from "@/app/api/trpc/[trpc]/route";
import { cookieOf } from "../../support/signed-in";
import { createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { ask, askAll, behind, post, send } from "./web";

let county: TestCounty;
let home: TestTownship;
let cookie: string;

beforeAll(async () => {
  county = await createCounty(["甲镇"]);
  const [first] = county.townships;
  if (!first) throw new Error("a township was asked for");
  home = first;
  cookie = await cookieOf("townshipStaff", county, home);
});

const unit = (name = "镇城建办") => ({
  township: home.code,
  idempotencyKey: newKey(),
  name,
  kind: "government",
});
const body = (input: unknown) => JSON.stringify({ json: input });
const units = () => behind("SELECT id FROM handling_unit WHERE county_id = $1", [county.id]);

describe("[S41] another site's page cannot act for somebody signed in here", () => {
  test.each([
    ["a form's plain text", { "content-type": "text/plain" }],
    ["a form's multipart", { "content-type": "multipart/form-data; boundary=x" }],
    ["a form's fields", { "content-type": "application/x-www-form-urlencoded" }],
    ["an opaque origin", { origin: "null" }],
    ["another origin", { origin: "https://evil.example" }],
    ["our name as a prefix", { origin: "http://renda.example:3000.evil.example" }],
    ["another port", { origin: "http://renda.example:3001" }],
    ["the browser's word for it", { "sec-fetch-site": "cross-site" }],
    ["a sister site", { "sec-fetch-site": "same-site" }],
    ["no origin that can be read", { origin: "nonsense" }],
  ])("%s is 403 and changes nothing", async (_what, headers) => {
    const before = await units();
    expect((await send("units.create", unit(), cookie, headers)).status).toBe(403);
    expect(await units()).toEqual(before);
  });

  test("a mutation by GET is 405, also when the method is said to be another", async () => {
    expect((await ask("units.create", unit(), cookie)).status).toBe(405);
    expect((await ask("units.create", unit(), cookie, { "x-http-method-override": "POST" })).status).toBe(
      405,
    );
  });

  test("our own page may", async () => {
    expect((await send("units.create", unit(), cookie)).status).toBe(200);
  });
});

describe("[S47] bodies are read no further than the limit", () => {
  const tenMegabytes = () => new Uint8Array(10 * 1_048_576).fill(0x20);

  test("10 MB are 413", async () => {
    expect((await post("units.create", tenMegabytes(), cookie)).status).toBe(413);
  });

  test("10 MB in pieces without a length, or with a false one, are 413 before they have all been read", async () => {
    for (const headers of [{}, { "content-length": "10" }]) {
      let sent = 0;
      const stream = new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 1;
          if (sent > 160) controller.close();
          else controller.enqueue(new Uint8Array(65_536).fill(0x20));
        },
      });
      expect((await post("units.create", stream, cookie, headers)).status).toBe(413);
      expect(sent).toBeLessThan(60);
    }
  });
});

describe("[S48] input that no form sends is 400, never 500", () => {
  const created = (title: unknown, more: object = {}) => ({
    township: home.code,
    idempotencyKey: newKey(),
    kind: "suggestion",
    title,
    content: "内容",
    category: "water",
    origin: "group",
    leadDeputyId: newKey(),
    cosignerIds: [],
    occurredOn: "2026-03-01",
    ...more,
  });

  test.each([
    ["a list nested 10,000 deep", () => `{"json":${"[".repeat(10_000)}${"]".repeat(10_000)}}`],
    ["objects nested 10,000 deep", () => `{"json":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}`],
    [
      "a field nested 10,000 deep",
      () => body(created("x")).replace('"x"', "[".repeat(10_000) + "]".repeat(10_000)),
    ],
    [
      "900,000 co-signers",
      () => body(created("标题", { cosignerIds: [0] })).replace("[0]", `[${"0,".repeat(899_999)}0]`),
    ],
    ["a NUL in a text", () => body(created("标\u0000题"))],
    ["half a surrogate pair", () => body(created("标题")).replace("标题", "\\ud800")],
    ["no JSON at all", () => "<xml/>"],
    ["nothing", () => ""],
    ["null", () => "null"],
  ])("%s", async (_what, text) => {
    const answer = await post("suggestions.create", text(), cookie);
    expect(answer.status).toBe(400);
    expect(answer.text.length).toBeLessThan(20_000);
  });

  test.each(["\u0000", "a\u0000b", "\ud800", "%\u0007"])("%j in a search", async (q) => {
    expect((await ask("suggestions.list", { township: home.code, q }, cookie)).status).toBe(400);
  });

  test("[S51][S53] a sort order that is not on the list", async () => {
    for (const sort of ["id; DROP TABLE suggestion", "toString", "content", { sql: "1" }, ["number"]]) {
      expect((await ask("suggestions.list", { township: home.code, sort }, cookie)).status).toBe(400);
    }
  });

  test("[S8][S44] a key that the form does not have", async () => {
    for (const more of [
      { countyId: newKey() },
      { state: "closed" },
      { version: 9 },
      { enteredBy: newKey() },
    ]) {
      expect((await send("units.create", { ...unit("乙"), ...more }, cookie)).status).toBe(400);
    }
  });
});

describe("[S49] no text takes long to look at", () => {
  const hostile = [
    "1".repeat(60_000),
    `${" ".repeat(60_000)}x`,
    "0-".repeat(30_000),
    `${"\t".repeat(60_000)}1`,
    "２".repeat(60_000),
    "2026-".repeat(12_000),
    `${"a".repeat(60_000)}!`,
  ];
  const day = "2026-03-01";
  const forms = {
    unit: (text: string) =>
      createInputOf(handlingUnit).safeParse({
        ...unit(text),
        phone: text,
        occurredOn: text,
        sourceNote: text,
      }),
    suggestion: (text: string) =>
      createSuggestionInput.safeParse({
        ...unit(text),
        title: text,
        content: text,
        occurredOn: text,
        leadDeputyId: text,
      }),
    deputy: (text: string) =>
      createDeputyInput.safeParse({
        ...unit(text),
        name: text,
        phone: text,
        birthYear: text,
        occurredOn: day,
      }),
    list: (text: string) => listSuggestionsInput.safeParse({ township: text, q: text, unitId: text }),
  };

  test.each(Object.entries(forms))("%s: under 50 ms of processor time", (_name, parse) => {
    parse("warm");
    for (const text of hostile) {
      // Processor time, the least of three: a busy machine must not look like a slow expression.
      const spent = [1, 2, 3].map(() => {
        const before = process.cpuUsage();
        parse(text);
        return process.cpuUsage(before).user / 1000;
      });
      expect(Math.min(...spent), text.slice(0, 12)).toBeLessThan(50);
    }
  });
});

describe("answers", () => {
  test("[S73] are kept by no cache, whether they succeed or not", async () => {
    const answers = [
      await ask("suggestions.list", { township: home.code }, cookie),
      await ask("suggestions.list", { township: home.code }, null),
      await ask("no.such", null, cookie),
      await send("units.create", {}, cookie),
      await send("units.create", unit(), cookie, { origin: "null" }),
    ];
    for (const { headers } of answers) expect(headers.get("cache-control")).toMatch(/^private, no-store\b/);
  });

  test("more than ten calls in one request are refused", async () => {
    const call: [string, unknown] = ["accounts.me", null];
    expect(
      (
        await askAll(
          Array.from({ length: 10 }, () => call),
          cookie,
        )
      ).status,
    ).toBe(200);
    expect(
      (
        await askAll(
          Array.from({ length: 11 }, () => call),
          cookie,
        )
      ).status,
    ).toBe(400);
    const url = `http://renda.example:3000/api/trpc/${",".repeat(40)}accounts.me?batch=1`;
    const response = await GET(new Request(url, { headers: { host: "renda.example:3000", cookie } }));
    expect(response.status).toBe(400);
  });

  test("an unknown procedure is 404 and says nothing of others", async () => {
    const { status, text } = await ask("suggestions.dropAll", null, cookie);
    expect(status).toBe(404);
    expect(text).not.toMatch(/stack|node_modules|suggestions\.list/);
  });
});

describe("what is wrong with a field stands beside it, whoever found it", () => {
  const fieldsOf = ({ text }: { text: string }): unknown =>
    (JSON.parse(text) as { error: { json: { data: { fieldErrors: unknown } } } }).error.json.data.fieldErrors;

  test("the input's schema", async () => {
    expect(fieldsOf(await send("units.create", { ...unit(), name: "" }, cookie))).toEqual({
      name: "请填写单位名称",
    });
  });

  test("a command", async () => {
    await send("units.create", unit("镇农业办"), cookie);
    const again = await send("units.create", unit("镇农业办"), cookie);
    expect(fieldsOf(again)).toEqual({ name: "已有同名单位" });
  });

  test("a rule; one about no field in particular names none", async () => {
    const visit = {
      township: home.code,
      idempotencyKey: newKey(),
      kind: "lawInspection",
      topic: "水污染防治",
      occurredOn: "2026-05-10",
      unitIds: [],
      deputyIds: [],
    };
    const nameless = await send("supervision.create", visit, cookie);
    expect(nameless.status).toBe(412);
    expect(fieldsOf(nameless)).toEqual({ lawName: "执法检查要写明检查的法律法规名称。" });
    const unknown = {
      township: home.code,
      idempotencyKey: newKey(),
      id: newKey(),
      version: 1,
      reason: "误录",
    };
    expect(fieldsOf(await send("supervision.void", unknown, cookie))).toEqual({});
  });
});
