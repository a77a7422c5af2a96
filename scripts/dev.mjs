import { launch } from "./launch.mjs";

process.argv.push("--dev");
await launch("serve.ts");
