/** Text as PostgreSQL keeps it, without NUL, and no longer than anybody reads. */
export const plain = (text: string, length: number): string => text.replaceAll('\0', '').slice(0, length).toWellFormed()
