import "server-only";

/**
 * What does not depend on one another is asked in one message, and answered in the order it stands in. All have been
 * answered when the first failure is told, so that nothing of it is still under way when the transaction is rolled back.
 */
export async function atOnce<const Asked extends readonly unknown[]>(
  ...asked: Asked
): Promise<{ -readonly [Key in keyof Asked]: Awaited<Asked[Key]> }> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}
