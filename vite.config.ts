import {defineConfig} from "vitest/config";
import {plumbline} from "./src/compile/plugin.ts";

export default defineConfig({
  plugins: [plumbline()],
  test: {
    include: ["test/**/*.test.ts", "stories/**/*.test.ts"],
    env: {TZ: "UTC"},
    testTimeout: 30_000,
    hookTimeout: 120_000
  }
});
