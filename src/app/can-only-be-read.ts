/**
 * Browsers inside other apps (WeChat) and pages without https have no service worker: everything can be read online,
 * nothing can be kept. Known once, at the start.
 */
export const canOnlyBeRead = !('serviceWorker' in navigator);
