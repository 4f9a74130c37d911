import {defineConfig} from "vitest/config";
import {plumbline} from "./src/compile/plugin.ts";

export default defineConfig({
  plugins: [plumbline()],
  test: {
    include: ["test/**/*.test.ts", "stories/**/*.test.ts"],
    env: {TZ: "UTC"},
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // A browser on a busy machine takes longer than the runner's one second.
    expect: {poll: {timeout: 10_000}}
  }
});
