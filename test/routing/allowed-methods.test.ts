import { readAllowed } from '../../src/routing/allowed-methods';

describe('readAllowed', () => {
  it('lists each method once, in the order of Allow', () => {
    expect(readAllowed([{ method: 'DELETE' }, { method: 'POST' }, { method: 'POST' }])).toEqual([
      'POST',
      'DELETE',
      'OPTIONS',
    ]);
  });

  it('lists HEAD where GET is', () => {
    expect(readAllowed([{ method: 'GET' }])).toEqual(['GET', 'HEAD', 'OPTIONS']);
    expect(readAllowed([{ method: 'HEAD' }])).toEqual(['HEAD', 'OPTIONS']);
  });
});
