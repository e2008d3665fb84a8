import { longTextTests } from "../long-text-tests.ts";

longTextTests(0);
