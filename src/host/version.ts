/** The version of this host; a test holds it to package.json's, so that starting need not read a file. */
export const version = '0.1.0'
