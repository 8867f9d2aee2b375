// A test that runs no assertion proves nothing, so it fails.
beforeEach(() => {
  expect.hasAssertions();
});
