/** Name under which the development wallet announces itself (EIP-6963). */
export const DEVELOPMENT_RDNS = 'dev.daedal.local'
