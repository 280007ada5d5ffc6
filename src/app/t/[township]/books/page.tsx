import { booksQuery } from "@/domains/books/components/book-input";
import { BookList } from "@/domains/books/components/book-list";
import { api, Hydrate, prefetch } from "@/trpc/server";
import { listStateOf } from "@/ui/list/url-state";

type Props = {
  params: Promise<{ township: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata = { title: "台账" };

export default async function BooksPage({ params, searchParams }: Props) {
  const { township } = await params;
  await prefetch(api.books.list.queryOptions(booksQuery(township, listStateOf(await searchParams))));
  return (
    <Hydrate>
      <BookList township={township} />
    </Hydrate>
  );
}
