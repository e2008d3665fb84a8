import { describeContract } from "../src/vitest.ts";
import { fakeModule } from "./fixtures/fake-client.ts";

// A sub-path that made no tests would fail here: vitest wants at least one in a file.
describeContract(new URL("fixtures/synthetic/", import.meta.url), { module: fakeModule() });
