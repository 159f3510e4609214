/** The version of this package, which a test keeps equal to that of package.json. */
export const VERSION = "0.3.0";
