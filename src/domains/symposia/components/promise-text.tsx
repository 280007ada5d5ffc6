/** What was promised, and at which symposium. */
export function PromiseText({ said, madeAt }: { said: string; madeAt: string }) {
  return (
    <>
      {said}
      <br />
      <small className="soft">{madeAt}</small>
    </>
  );
}
