/** Invisible for the first 300 ms (by CSS, so it works before scripts do): quick pages do not flicker. */
export function LoadingState({ lines = 6 }: { lines?: number }) {
  return (
    <div className="loading" role="status" aria-label="正在载入">
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="loading-line" style={{ width: `${92 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
