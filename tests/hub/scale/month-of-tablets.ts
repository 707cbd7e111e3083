/** The arithmetic of the page on scale: what a month of tablets asks of a shelf, and what that costs from a bucket behind a CDN. */

export interface MonthOfTablets {
  readonly tablets: number;
  /** Native files of the month, all together and how many. */
  readonly monthBytes: number;
  readonly monthFiles: number;
  /** What a correction in the course of the month changes. */
  readonly correctedBytes: number;
  readonly correctedFiles: number;
  /** As sent: compressed. */
  readonly catalogueBytes: number;
  /** Releases of the club in the month, corrections counted: after each the catalogue is new to a tablet. */
  readonly releases: number;
  /** Times a tablet asks for the catalogue: twice whenever it is opened, by the page and by its installer. */
  readonly asks: number;
  /** Bytes of an answer's headers; an unchanged catalogue is nothing else. */
  readonly headerBytes: number;
}

export interface Traffic {
  readonly requests: number;
  readonly bytes: number;
}

export function trafficOf(month: MonthOfTablets): Traffic {
  const {
    tablets,
    monthBytes,
    monthFiles,
    correctedBytes,
    correctedFiles,
    catalogueBytes,
    releases,
    asks,
    headerBytes,
  } = month;
  const requests = asks + monthFiles + correctedFiles;
  const bytes = requests * headerBytes + releases * catalogueBytes + monthBytes + correctedBytes;
  return { requests: tablets * requests, bytes: tablets * bytes };
}

/** Assumed, in yuan: list prices of a large Chinese provider as the founders remember them in 2026; look yours up. */
export const prices = {
  perGigabyteSent: 0.2,
  perTenThousandRequests: 0.05,
  perGigabyteStoredMonth: 0.12,
} as const;

/** @param shelfBytes What lies in the bucket, books included. */
export function costOf({ requests, bytes }: Traffic, shelfBytes: number): number {
  const sent = (bytes / 1e9) * prices.perGigabyteSent;
  return (
    sent +
    (requests / 10_000) * prices.perTenThousandRequests +
    (shelfBytes / 1e9) * prices.perGigabyteStoredMonth
  );
}

/** A month as a club would make it: three signed texts of four minutes, a film of eight with its signer, a recitation, pictures. */
export const typicalMonth = {
  monthBytes: 320e6,
  monthFiles: 60,
  correctedBytes: 20e6,
  correctedFiles: 4,
  // Five years of two clubs.
  catalogueBytes: 150_000,
  releases: 3,
  asks: 40,
  headerBytes: 700,
} as const;
