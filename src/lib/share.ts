/** A setting is a whole percentage: 67 stands for 三分之二 and is reckoned as two thirds, in rules and in SQL alike. */
export const twoThirds = 67;
