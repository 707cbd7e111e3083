// The closing line of .ci/run: the tests and checks of all three commands together.
import { readFileSync } from 'node:fs';

let passed = 0;
let failed = 0;
for (const name of ['test', 'faults', 'check']) {
  try {
    const counts = JSON.parse(readFileSync(`dist/results/${name}.json`, 'utf8'));
    passed += counts.numPassedTests;
    failed += counts.numFailedTests + (counts.numRuntimeErrorTestSuites ?? 0);
    // A file that failed to load has no tests to count; it must not pass for nothing.
    for (const suite of counts.testResults ?? []) {
      if (suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed'))
        failed += 1;
    }
  } catch {
    console.log(`${name} left no result`);
    failed += 1;
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
