/** Rows of a list on a page, and on paper: there is no page to turn there. */
export const pageRows = 20;
export const printedRows = 2000;
