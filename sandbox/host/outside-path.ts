/** Where the doubles live: `https://H/P` becomes `<sandbox>/_out/H/P`, for the page and for the functions alike. */
export const OUTSIDE = '/_out/';
