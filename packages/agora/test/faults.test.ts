import { describeFaults } from "@trunkline/conformance/vitest";

describeFaults(new URL("..", import.meta.url), { applicable: 231 });
