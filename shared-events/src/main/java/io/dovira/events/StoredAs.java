package io.dovira.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name and revision under which a fact stands in the log. Renaming the class never renames history. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {
    /** {@code <feature>.<fact-in-kebab-case>}, for example {@code visit.visitor-called}. */
    String value();

    /** Raised by one when the stored shape changes; older revisions are upcast when read. */
    int revision() default 1;
}
