import { bookQuery } from "@/domains/books/components/book-input";
import { BookPage } from "@/domains/books/components/book-page";
import { api, Hydrate, prefetch, titleFrom } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string; book: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const queryOf = async ({ params, searchParams }: Props) => {
  const { township, book } = await params;
  return api.books.book.queryOptions(bookQuery(township, book, listStateOf(await searchParams)));
};

export const generateMetadata = async (props: Props) =>
  titleFrom(await queryOf(props), ({ name, year }) => `${year}年${name}`);

export default async function RegisterPage(props: Props) {
  const { township, book } = await props.params;
  await prefetch(await queryOf(props));
  return (
    <Hydrate>
      <BookPage township={township} book={book} />
    </Hydrate>
  );
}
