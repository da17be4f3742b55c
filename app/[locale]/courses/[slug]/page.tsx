import { cache } from "react";
import { metadata, page } from "@/app/door";
import { recordMetadata } from "@/app/record-metadata";
import { theRecord } from "@/app/the-record";
import { CoursePage } from "@/components/courses/course-page";
import { Page } from "@/components/layout/page";
import wrap from "@/components/layout/wrap.module.css";
import { findCourse } from "@/features/courses/queries";
import { readCountsTowards } from "@/features/qualifications/queries";

type Props = PageProps<"/[locale]/courses/[slug]">;

const find = cache((address: string) => findCourse(address, { now: new Date() }));

export const generateMetadata = metadata<Props, object>(async (locale, { params }) => {
  const course = await theRecord(locale, "courses", await params, find);
  return recordMetadata(locale, { ...course, path: ["courses", course.slug] });
});

export default page<Props>(async (locale, { params }) => {
  const course = await theRecord(locale, "courses", await params, find);
  const { isSample, nearest } = course;
  const towards = await readCountsTowards({ kind: "course", id: course.id }, { now: new Date() });
  return (
    <Page
      locale={locale}
      path={["courses", course.slug]}
      isSample={isSample || nearest.some((other) => other.isSample)}
    >
      <div className={wrap.wrap}>
        <CoursePage locale={locale} course={course} towards={towards} />
      </div>
    </Page>
  );
});
