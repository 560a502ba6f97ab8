package io.watchfloor;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

@AnalyzeClasses(packages = "io.watchfloor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule importsPointOneWay = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("door")
		.definedBy("io.watchfloor")
		.layer("web")
		.definedBy("io.watchfloor.web..")
		.layer("queue")
		.definedBy("io.watchfloor.queue..")
		.layer("defender")
		.definedBy("io.watchfloor.defender..")
		.layer("signin")
		.definedBy("io.watchfloor.signin..")
		.layer("http")
		.definedBy("io.watchfloor.http..")
		.whereLayer("door")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("web")
		.mayOnlyBeAccessedByLayers("door")
		.whereLayer("queue")
		.mayOnlyBeAccessedByLayers("web", "door")
		.whereLayer("defender")
		.mayOnlyBeAccessedByLayers("queue", "web", "door")
		.whereLayer("signin")
		.mayOnlyBeAccessedByLayers("web", "door")
		.whereLayer("http")
		.mayOnlyBeAccessedByLayers("defender", "signin")
		.withOptionalLayers(true);

	@ArchTest
	static final ArchRule theQueueKnowsNothingOfTheWeb = noClasses().that()
		.resideInAPackage("io.watchfloor.queue..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("jakarta.servlet..", "org.springframework.web..", "org.springframework.security..",
				"org.springframework.http..")
		.allowEmptyShould(true);

}
