/** What was promised, and at which symposium. */
export function Promise({ said, madeAt }: { said: string; madeAt: string }) {
  return (
    <>
      {said}
      <br />
      <small className="soft">{madeAt}</small>
    </>
  );
}
