import { createInterface } from 'node:readline';

/**
 * Asks a person at a terminal, on a line of its own.
 *
 * @returns what they typed; empty where they ended it instead, with Ctrl-C or the end of input
 */
export function askOn(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, question: string): Promise<string> {
  const prompt = createInterface({ input, output, terminal: true });
  return new Promise((done) => {
    // Without a listener for it, Ctrl-C closes the prompt as well, and nothing ever answers the question.
    const ended = () => {
      output.write('\n');
      done('');
    };
    prompt.once('close', ended);
    prompt.question(question, (answer) => {
      prompt.off('close', ended);
      prompt.close();
      done(answer);
    });
  });
}
