import { launch } from "./launch.mjs";

await launch("test-all.ts");
