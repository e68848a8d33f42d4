import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/engine/protocol';
import { warningWords } from '../../../src/ui/reading/warning-words';

const model = (bias: number): Verdict => ({ basis: 'model', model: 'mbg-nbd', warnings: ['seasonal', 'biased'], bias });

describe('the words of warnings', () => {
  it('say by how much the test was off, and in which direction', () => {
    expect(warningWords(model(0.412))[1]).toMatchObject({
      text: 'In the test the model expected 41\u202f% more orders than came.',
    });
    expect(warningWords(model(-0.3))[1]!.text).toBe('In the test the model expected 30\u202f% fewer orders than came.');
  });

  it('come in the order of the verdict, each a whole sentence', () => {
    const words = warningWords(model(0.3));
    expect(words.map(({ code }) => code)).toEqual(['seasonal', 'biased']);
    for (const { text } of words) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it('are those of rates too, which no test was off for', () => {
    expect(warningWords({ basis: 'empirical', warnings: ['left-truncated'] })[0]!.head).toBe('The file may begin in the middle');
  });
});
