import { describeContract } from "@trunkline/conformance/vitest";

describeContract(new URL("..", import.meta.url));
