import Link from "next/link";

type Meeting = { id: string; name: string };

/** The meeting of that day; where none is registered, the way to do so. @param name 人代会 or 主席团会议 */
export function MeetingLink({
  base,
  meeting,
  name,
}: {
  base: string;
  meeting: Meeting | null;
  name: string;
}) {
  if (meeting !== null) return <Link href={`${base}/${meeting.id}`}>{meeting.name}</Link>;
  return (
    <>
      当天没有登记{name}，<Link href={base}>去{name}登记</Link>
    </>
  );
}
