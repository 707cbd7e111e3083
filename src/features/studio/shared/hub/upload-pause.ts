/** Whether somebody has said that sending is to wait: until they say otherwise, also over closing the laptop. */
const KEY = 'same-page.hub-uploads-paused';

export function isUploadPaused(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function setUploadPaused(isPaused: boolean): void {
  try {
    if (isPaused) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // Then it holds as long as the window does.
  }
}
