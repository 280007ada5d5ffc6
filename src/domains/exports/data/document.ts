import "server-only";
import { z } from "zod";
import { createDocument, type ZodOpenApiPathsObject, type ZodOpenApiResponsesObject } from "zod-openapi";
import { scopeLabels } from "../labels";
import { type Endpoint, timeCell } from "./endpoint";
import { endpoints } from "./endpoints";

/** What every refusal of the export API is. */
export const refusalShape = z
  .strictObject({
    code: z.string().meta({ description: "固定的英文代码，可据此处理" }),
    message: z.string().meta({ description: "中文说明：哪里不对，怎么办" }),
  })
  .meta({ id: "Refusal" });

/** A page as JSON has it. */
export const answerShape = ({ row }: Pick<Endpoint, "row">) =>
  z.strictObject({
    rows: z.array(row),
    next: z.string().nullable().meta({ description: "下一页的标记，写进 after；最后一页为 null" }),
    asOf: timeCell.meta({ format: "date-time", description: "这一页是什么时候的数据" }),
  });

const refusals: Record<string, string> = {
  400: "参数不对",
  401: "没有带令牌，或令牌不对、已停用、已到期",
  403: "令牌不能读这一项，或本县已停用本系统",
  404: "没有这个地址，或本县没有所问的乡镇",
  405: "只能用 GET 读取",
  429: "读取过于频繁",
  503: "系统正忙，请稍后再试",
};

const responsesOf = (one: Endpoint): ZodOpenApiResponsesObject => ({
  200: {
    description: "一页数据",
    headers: {
      ETag: { schema: { type: "string" }, description: "下次带 If-None-Match，没有变动时答复 304" },
      "X-Next": { schema: { type: "string" }, description: "CSV 的下一页标记" },
    },
    content: {
      "application/json": { schema: answerShape(one) },
      "text/csv": { schema: { type: "string" } },
    },
  },
  304: { description: "与 If-None-Match 所说的一样，没有变动" },
  ...Object.fromEntries(
    Object.entries(refusals).map(([status, description]) => [
      status,
      { description, content: { "application/json": { schema: refusalShape } } },
    ]),
  ),
});

const paths: ZodOpenApiPathsObject = Object.fromEntries(
  endpoints.map((one) => [
    one.path,
    {
      get: {
        operationId: one.name,
        summary: one.summary,
        description: `${one.description}令牌须含范围 ${one.scope}（${scopeLabels[one.scope]}）。`,
        tags: [one.scope],
        security: [{ token: [] }],
        requestParams: { query: one.query },
        responses: responsesOf(one),
      },
    },
  ]),
);

/** The OpenAPI 3.1 document of the export API, made from its endpoints. */
export const openApiDocument = () =>
  createDocument({
    openapi: "3.1.1",
    info: {
      title: "县乡人大工作平台 数据接口",
      version: "1.0.0",
      description:
        "县人大常委会授权本县其他系统读取数据，只读。每次请求在请求头里带令牌：Authorization: Bearer rda_…。令牌由县人大常委会在「设置 › 数据接口」签发，只能读本县、只能读签发时选定的内容。第 1 版里字段只增不减、含义不变。",
      license: { name: "仅限本县授权的系统使用", identifier: "LicenseRef-county-use-only" },
    },
    servers: [{ url: "/api/v1" }],
    tags: Object.entries(scopeLabels).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "县人大常委会签发的令牌" } },
    },
  });
