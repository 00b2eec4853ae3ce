/** Where `npm start` serves pages, API and gateway. */
export const DEFAULT_GATEWAY = 'http://127.0.0.1:3210'
