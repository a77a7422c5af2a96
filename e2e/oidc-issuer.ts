import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Person = { subject: string; email: string; verified: boolean };
type Asked = { nonce: string | null; challenge: string | null; redirect: string };

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const keyId = "made-up";

/**
 * An institution's sign-in as OpenID Connect Core 1.0 says (§3.1: authorization code flow, with PKCE of RFC 7636): whoever
 * comes is `person`, without being asked. It refuses a wrong client, a code used twice, and a wrong verifier.
 */
export class OidcIssuer {
  readonly client = { id: "connect", secret: randomUUID() };
  /** Why requests were refused. */
  readonly refused: string[] = [];
  person: Person = { subject: "1", email: "", verified: true };
  private readonly server: Server = createServer((request, answer) => this.answer(request, answer));
  private readonly codes = new Map<string, Asked>();

  async start(): Promise<void> {
    await new Promise<void>((listening) => this.server.listen(0, "127.0.0.1", listening));
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private async answer(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.address);
    if (url.pathname === "/.well-known/openid-configuration") return json(answer, this.configuration());
    if (url.pathname === "/keys") {
      const jwk = { ...publicKey.export({ format: "jwk" }), kid: keyId, use: "sig", alg: "RS256" };
      return json(answer, { keys: [jwk] });
    }
    if (url.pathname === "/authorize") return this.authorize(url.searchParams, answer);
    if (url.pathname === "/token") return this.token(request, answer);
    json(answer, {}, 404);
  }

  private configuration() {
    return {
      issuer: this.address,
      authorization_endpoint: `${this.address}/authorize`,
      token_endpoint: `${this.address}/token`,
      jwks_uri: `${this.address}/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    };
  }

  private authorize(asked: URLSearchParams, answer: ServerResponse): void {
    const redirect = new URL(asked.get("redirect_uri") ?? "");
    if (asked.get("client_id") !== this.client.id) {
      this.refuse(answer, "unknown client");
      return;
    }
    const code = randomUUID();
    this.codes.set(code, {
      nonce: asked.get("nonce"),
      challenge: asked.get("code_challenge"),
      redirect: redirect.href,
    });
    redirect.searchParams.set("code", code);
    redirect.searchParams.set("state", asked.get("state") ?? "");
    answer.writeHead(302, { location: redirect.href }).end();
  }

  private async token(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const given = new URLSearchParams(Buffer.concat(chunks).toString());
    const basic = Buffer.from(
      request.headers.authorization?.replace("Basic ", "") ?? "",
      "base64",
    ).toString();
    if (basic !== `${this.client.id}:${this.client.secret}`) return this.refuse(answer, "wrong secret");
    const code = given.get("code") ?? "";
    const asked = this.codes.get(code);
    this.codes.delete(code);
    const verifier = given.get("code_verifier") ?? "";
    const challenge = createHash("sha256").update(verifier).digest("base64url");
    if (!asked || asked.challenge !== challenge || asked.redirect !== given.get("redirect_uri"))
      return this.refuse(answer, "wrong code, verifier or address");
    json(answer, {
      access_token: randomUUID(),
      token_type: "Bearer",
      id_token: this.idToken(asked.nonce),
    });
  }

  private idToken(nonce: string | null): string {
    const seconds = Math.floor(Date.now() / 1000);
    const { subject: sub, email, verified: email_verified } = this.person;
    const times = { iat: seconds, exp: seconds + 60 };
    const claims = { iss: this.address, aud: this.client.id, ...times, nonce, sub, email, email_verified };
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const signed = `${part({ alg: "RS256", kid: keyId })}.${part(claims)}`;
    return `${signed}.${createSign("RSA-SHA256").update(signed).sign(privateKey, "base64url")}`;
  }

  private refuse(answer: ServerResponse, why: string): void {
    this.refused.push(why);
    json(answer, { error: "invalid_request", error_description: why }, 400);
  }
}

const json = (answer: ServerResponse, body: object, status = 200) =>
  void answer.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
