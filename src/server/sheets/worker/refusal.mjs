/** What is said to the person who sent the file. Anything else thrown here is a fault of the file's or ours. */
export class Refusal extends Error {}
