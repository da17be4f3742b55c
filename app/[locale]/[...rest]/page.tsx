import { metadata, page } from "@/app/door";
import { notFound } from "@/lib/errors";

type Props = PageProps<"/[locale]/[...rest]">;

const nothing = async () => {
  throw notFound("No page has this address");
};

export const generateMetadata = metadata<Props, object>(nothing);

export default page<Props>(nothing);
