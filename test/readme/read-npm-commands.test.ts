import { readNpmCommands } from './read-npm-commands';

describe('the npm commands of a page', () => {
  it('are the scripts it runs, and the sample it asks for', () => {
    const page = 'npm ci && npm start\n\n    npm run sample hello\n\nRun `npm test` or `npm run check`.';

    expect(readNpmCommands(page)).toEqual([
      { script: 'start', sample: undefined },
      { script: 'sample', sample: 'hello' },
      { script: 'test', sample: undefined },
      { script: 'check', sample: undefined },
    ]);
  });
});
