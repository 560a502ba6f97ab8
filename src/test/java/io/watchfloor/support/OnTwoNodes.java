package io.watchfloor.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIf;

import org.springframework.test.context.ContextCustomizerFactories;

/**
 * Repeats a {@link SandboxTest} on two nodes, which share their sessions and answer every
 * other request each. All classes with the same settings share one pair of nodes. The
 * beans that a test asks for are those of the first node.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf("io.watchfloor.support.RedisServer#isWanted")
@ContextCustomizerFactories(TwoNodesCustomizer.Factory.class)
public @interface OnTwoNodes {

}
