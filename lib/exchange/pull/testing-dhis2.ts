import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

export type Dhis2Value = Readonly<{
  dataElement: string;
  orgUnit: string;
  value: string;
  deleted?: boolean;
  categoryOptionCombo?: string;
  comment?: string;
}>;
type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export const testToken = "d2pat_test";

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => {
  const text = JSON.stringify(body);
  return (response) => {
    response.writeHead(status, { "content-type": "application/json;charset=UTF-8", ...headers });
    response.end(text);
  };
};
const dhis2Error = (status: number, httpStatus: string, message: string, headers?: Record<string, string>) =>
  json(status, { httpStatus, httpStatusCode: status, status: "ERROR", message }, headers);

/** What a DHIS2 may do besides answering. */
export const misfortunes = {
  unauthorised: dhis2Error(401, "Unauthorized", "Unauthorized"),
  forbidden: dhis2Error(403, "Forbidden", "Access is denied"),
  missing: dhis2Error(404, "Not Found", "HTTP 404 Not Found"),
  conflict: dhis2Error(409, "Conflict", "Illegal data set identifier: [BfMAe6Itzgt]"),
  busy: dhis2Error(429, "Too Many Requests", "Slow down", { "retry-after": "7" }),
  down: dhis2Error(503, "Service Unavailable", "Being restarted"),
  signInPage: ((response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end("<html>Sign in</html>");
  }) as Answer,
  elsewhere: ((response) => {
    response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" });
    response.end();
  }) as Answer,
  cut: ((response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
    response.write('{"dataValues":[{"dataElement":"ANC1","period":"202610",');
    setTimeout(() => response.destroy(), 20);
  }) as Answer,
  cutLarge: ((response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "9000000" });
    const value = '{"dataElement":"ANC1","period":"202610","orgUnit":"X","value":"1"},';
    response.write(`{"dataValues":[${value.repeat(30_000)}`);
    setTimeout(() => response.destroy(), 300);
  }) as Answer,
  cutPacked: ((response) => {
    const packed = gzipSync(JSON.stringify({ dataValues: Array.from({ length: 500 }, (_, at) => ({ at })) }));
    response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
    response.end(packed.subarray(0, packed.length - 20));
  }) as Answer,
  broken: ((response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end('{"dataValues":[{"dataElement":"ANC1",}]}');
  }) as Answer,
  silent: (() => {}) as Answer,
  /** Small on the way, a hundred million letters once unpacked. */
  bomb: ((response) => {
    response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
    response.end(gzipSync(Buffer.alloc(20_000_000, " ")));
  }) as Answer,
  none: json(200, {}),
} as const;
export type Misfortune = keyof typeof misfortunes;

type Asked = Readonly<{ path: string; query: URLSearchParams }>;

/** A small server that answers `/api/dataValueSets.json` as DHIS2's documentation says, or as it is told. */
export async function testDhis2() {
  const asked: Asked[] = [];
  const values = new Map<string, readonly Dhis2Value[]>();
  const planned: (Misfortune | "well")[] = [];
  const header: Record<string, unknown> = {};
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://dhis2");
    asked.push({ path: url.pathname, query: url.searchParams });
    const next = planned.shift() ?? "well";
    if (next !== "well") return misfortunes[next](response, request);
    if (request.headers.authorization !== `ApiToken ${testToken}`)
      return misfortunes.unauthorised(response, request);
    if (url.pathname !== "/api/dataValueSets.json") return misfortunes.missing(response, request);
    const period = url.searchParams.get("period") ?? "";
    const found = values.get(`${period} ${url.searchParams.get("orgUnit")}`) ?? [];
    const body = found.length > 0 ? { ...header, dataValues: found.map((one) => ({ ...one, period })) } : {};
    response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
    response.end(gzipSync(JSON.stringify(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    /** The requests, oldest first. */
    asked,
    /** Values by "period unit". */
    values,
    /** What its answers say of all their values. */
    header,
    /** What it does at the next requests, instead of answering well. */
    plan: (...next: (Misfortune | "well")[]) => planned.push(...next),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
export type TestDhis2 = Awaited<ReturnType<typeof testDhis2>>;
