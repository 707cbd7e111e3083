// Signing and recitation: what stands between a tap, a crash or an odd file and the sentence a member sees signed.
const sync = (name) => `src/core/sync/${name}`;
const recorder = (name) => `src/features/studio/recorder/${name}`;
const media = (name) => `src/authoring/media/${name}`;

export const MUTANTS = [
  {
    guard: 'a lead takes a third of the sentence at most',
    file: sync('marks.ts'),
    remove: 'clamp(lead, -roomBefore / 3, (end - mark.start) / 3)',
    put: 'lead',
    test: sync('marks.test.ts'),
  },
  {
    guard: 'a cue ends before the next one begins',
    file: sync('marks.ts'),
    remove: 'const latest = Math.min(starts[i + 1] ?? durationSeconds, durationSeconds);',
    put: 'const latest = Infinity;',
    test: sync('marks.test.ts'),
  },
  {
    guard: 'a film never begins with the end of another try',
    file: sync('takes.ts'),
    remove: 'return Math.max(0, Math.min(marginSeconds, free));\n}\n\nfunction roomAfter',
    put: 'return marginSeconds;\n}\n\nfunction roomAfter',
    test: sync('takes.test.ts'),
  },
  {
    guard: 'a long wait is cut out of the film',
    file: sync('takes.ts'),
    remove: 'if (only.from > idleSeconds || duration - only.to > idleSeconds) return null;',
    test: sync('takes.test.ts'),
  },
  {
    guard: 'a finger that taps twice skips no sentence while recording',
    file: recorder('recorder-state.ts'),
    remove: 'if (end - since < shortestTakeSeconds) return state;',
    test: recorder('recorder-state.test.ts'),
  },
  {
    guard: 'a finger that taps twice skips no sentence while marking',
    file: recorder('mark-state.ts'),
    remove: 'if (sentence === undefined || (previous && seconds - previous.start < shortestSentenceSeconds))',
    put: 'if (sentence === undefined)',
    test: recorder('mark-state.test.ts'),
  },
  {
    guard: 'a held key is one tap',
    file: recorder('record-keys.ts'),
    remove: 'event.repeat ||',
    test: recorder('mark-state.test.ts'),
  },
  {
    guard: 'the recording’s clock is laid over the camera’s',
    file: recorder('recording-clock.ts'),
    remove: 'return nearest?.zero ?? bounded;',
    put: 'return guessMs;',
    test: recorder('recording-clock.test.ts'),
  },
  {
    guard: 'a recording that broke off is read up to its last whole piece',
    file: media('boxes.ts'),
    remove: 'if (size < 8 || offset + size > file.sizeBytes) break;',
    put: 'if (size < 8) break;',
    test: media('plan.test.ts'),
  },
  {
    guard: 'a browser that cannot encode still repairs',
    file: media('plan.ts'),
    remove: "return { do: { action: repairs ? 'repair' : 'keep' }, findings, cannotEncode: wanted };",
    put: "return { do: { action: 'keep' }, findings, cannotEncode: false };",
    test: media('plan.test.ts'),
  },
  {
    guard: 'a full disk is told as a full disk',
    file: media('growing-file.ts'),
    remove: 'failure ??= error;',
    test: media('prepare-in-browser.test.ts'),
  },
  {
    guard: 'a sentence is called kept when its pictures are on disk, not when it was tapped',
    file: recorder('recorder.ts'),
    remove: '({ file, end }) => file !== openFile.value || end <= safeSeconds.value,',
    put: '() => true,',
    test: 'tests/studio/recording-killed.alone.ts',
    project: 'alone',
  },
];
