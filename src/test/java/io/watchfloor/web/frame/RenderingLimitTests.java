package io.watchfloor.web.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Only so many pages are rendered at once; the others wait, and all come.
 */
class RenderingLimitTests {

	private static final int LIMIT = 3;

	private final ExecutorService people = Executors.newCachedThreadPool();

	private final AtomicInteger rendering = new AtomicInteger();

	private final AtomicInteger most = new AtomicInteger();

	private ISpringTemplateEngine engine;

	@BeforeEach
	void limit() {
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(new StringTemplateResolver());
		ThymeleafViewResolver resolver = new ThymeleafViewResolver();
		resolver.setTemplateEngine(engine);
		new RenderingLimit(LIMIT).postProcessAfterInitialization(resolver, "thymeleafViewResolver");
		this.engine = resolver.getTemplateEngine();
	}

	@AfterEach
	void end() {
		this.people.shutdownNow();
	}

	@Test
	void rendersAsManyAsItMayAndNoMore() throws Exception {
		// Nobody gets on before as many as may are rendering, so that a lower limit shows
		CyclicBarrier full = new CyclicBarrier(LIMIT);
		List<Future<String>> pages = new ArrayList<>();
		for (int i = 0; i < 10 * LIMIT; i++) {
			pages.add(this.people.submit(() -> render(() -> {
				this.most.accumulateAndGet(this.rendering.incrementAndGet(), Math::max);
				full.await(10, TimeUnit.SECONDS);
				this.rendering.decrementAndGet();
			})));
		}
		for (Future<String> page : pages) {
			assertThat(page.get()).isEqualTo("<p>done</p>");
		}
		assertThat(this.most).hasValue(LIMIT);
	}

	@Test
	void pagesThatFailKeepNobodyWaiting() throws Exception {
		CountDownLatch rendered = new CountDownLatch(LIMIT + 1);
		for (int i = 0; i <= LIMIT; i++) {
			assertThatExceptionOfType(TemplateProcessingException.class).isThrownBy(() -> render(() -> {
				rendered.countDown();
				throw new IllegalStateException("A page that cannot be rendered");
			}));
		}
		assertThat(rendered.getCount()).isZero();
	}

	private String render(Step step) {
		Context context = new Context();
		context.setVariable("page", new Page(step));
		return this.engine.process("<p th:text=\"${page.text()}\"></p>", context);
	}

	@FunctionalInterface
	private interface Step {

		void run() throws Exception;

	}

	/**
	 * What a template asks for while it is rendered.
	 */
	public static final class Page {

		private final Step step;

		private Page(Step step) {
			this.step = step;
		}

		public String text() throws Exception {
			this.step.run();
			return "done";
		}

	}

}
