package io.dovira.command.platform;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** What every interface has in common, said once: who may ask, how to repeat a request, and the problems that are answered. */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {
    private static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";

    static {
        // It is made of headers and the sign-in, and no parameter by itself.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Envelope.class);
    }

    @Bean
    OpenAPI commandInterfaces() {
        return new OpenAPI()
                .info(new Info()
                        .title("Dovira commands")
                        .version("v1")
                        .description(
                                "Every success is durable. Every refusal is a problem detail (RFC 9457) with a stable type, and"
                                        + " nothing was recorded."))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSchemas(PROBLEM, problem()));
    }

    @Bean
    OperationCustomizer commonAnswers() {
        return (operation, method) -> {
            Refuses refuses = method.getBeanType().getAnnotation(Refuses.class);
            if (refuses != null) {
                describe(operation, method, refuses.value());
            }
            return operation;
        };
    }

    private static void describe(Operation operation, HandlerMethod method, Class<? extends Reason>[] reasons) {
        boolean command = method.hasMethodAnnotation(PostMapping.class);
        Map<HttpStatus, List<String>> types = new TreeMap<>(Problems.types(reasons));
        types.putAll(Map.of(
                HttpStatus.BAD_REQUEST, List.of("invalid-request"),
                HttpStatus.UNAUTHORIZED, List.of("sign-in-required"),
                HttpStatus.SERVICE_UNAVAILABLE, List.of("log-unavailable")));
        types.merge(HttpStatus.FORBIDDEN, List.of("role-required"), InterfaceDescription::both);
        if (command) {
            types.put(HttpStatus.CONTENT_TOO_LARGE, List.of("body-too-large"));
            operation.addParametersItem(new HeaderParameter()
                    .name(Envelope.IDEMPOTENCY_KEY)
                    .description(
                            "Your own name for this request, 1 to 255 visible ASCII characters. A repeat with the same key is"
                                    + " answered as the first time and records nothing.")
                    .schema(new StringSchema().minLength(1).maxLength(255)));
        } else {
            types.remove(HttpStatus.CONFLICT);
            types.remove(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        types.forEach((status, codes) ->
                operation.getResponses().addApiResponse(String.valueOf(status.value()), answer(codes)));
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static ApiResponse answer(List<String> codes) {
        return new ApiResponse()
                .description(codes.stream()
                        .sorted()
                        .distinct()
                        .map(code -> "`" + Problems.TYPES + code + "`")
                        .collect(Collectors.joining(", ")))
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        Schema<?> problem = new ObjectSchema()
                .description("Why not (RFC 9457)")
                .addProperty("type", new StringSchema().format("uri").description("Stable; decide by it"))
                .addProperty("title", new StringSchema().description("Never changes with the case at hand"))
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("About this case, for people"))
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema())
                                        .addProperty("reason", new StringSchema()))
                                .description("All fields at fault, with invalid-request"));
        problem.setRequired(List.of("type", "title", "status"));
        return problem;
    }
}
