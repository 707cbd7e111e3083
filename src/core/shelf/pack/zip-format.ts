/**
 * The part of the ZIP format a pack is made of (PKWARE APPNOTE 6.3.10; numbers in comments are its sections), and our
 * caps. Zip parsers disagree wherever the format leaves room, so a pack leaves none: every file stored as it is,
 * `catalogue.jws` first, then blobs under their hash names, nothing before, between or after.
 */
import { maxCatalogueCharacters } from '../catalogue.ts';
import { CHUNK_BYTES } from '../verify.ts';

/** 4.3.7 */
export const LOCAL = { signature: 0x04034b50, bytes: 30 } as const;
/** 4.3.12 */
export const CENTRAL = { signature: 0x02014b50, bytes: 46 } as const;
/** 4.3.14 */
export const END64 = { signature: 0x06064b50, bytes: 56 } as const;
/** 4.3.15 */
export const LOCATOR64 = { signature: 0x07064b50, bytes: 20 } as const;
/** 4.3.16 */
export const END = { signature: 0x06054b50, bytes: 22 } as const;
/** 4.5.3: extra field with the sizes that do not fit in 32 bits. */
export const ZIP64_EXTRA = 0x0001;
/** A field with this value stands in the ZIP64 record instead (4.4.1.4). */
export const IN_ZIP64 = { u16: 0xffff, u32: 0xffffffff } as const;
/** 4.4.4 bits: names are UTF-8; encrypted (plain, strong, or the directory itself). */
export const FLAG_UTF8 = 1 << 11;
export const FLAGS_ENCRYPTED = (1 << 0) | (1 << 6) | (1 << 13);
/** 4.4.3: needs ZIP64. */
export const VERSION = 45;

export const CATALOGUE_NAME = 'catalogue.jws';
export const BLOB_NAME = /^blobs\/sha256\/([0-9a-f]{2})\/(\1[0-9a-f]{62})\.[a-z0-9]{1,8}$/u;

/** Decades of a club in one volume, and a list of contents that fits into any tablet's memory. */
export const MAX_ENTRIES = 32_768;
export const MAX_DIRECTORY_BYTES = 8 * 1024 * 1024;
/** Our blob names are 82 bytes long; a longer name or extra field is nobody's need. */
export const MAX_NAME_BYTES = 1024;
export const MAX_EXTRA_BYTES = 512;
export const MAX_CATALOGUE_BYTES = maxCatalogueCharacters;
/** FAT32 ends at 4 GiB, and engines at less (`traps.md`). */
export const VOLUME_BYTES = 3.5 * 1024 ** 3;
/** What is handed on at once while reading: a chunk, which is what is verified and written in one step. */
export const PIECE_BYTES = CHUNK_BYTES;
