package io.watchfloor.web.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.watchfloor.web.problem.ProblemAnswer;

import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * A test of pages: controllers, templates and static files, without the rooms behind
 * them. Controllers are made when they are first asked, so that a test needs the beans of
 * those alone that it asks.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest(properties = "spring.main.lazy-initialization=true")
@Import({ OpenDoor.class, ProblemAnswer.class })
public @interface PageTest {

	/**
	 * The controllers whose pages are tested; all where none is named.
	 */
	@AliasFor(annotation = WebMvcTest.class, attribute = "controllers")
	Class<?>[] value() default {};

}
