package io.dovira.command.imports;

import com.mongodb.client.MongoDatabase;
import io.dovira.command.imports.mapping.BuiltInMappings;
import io.dovira.command.imports.mapping.MappingReader;
import io.dovira.command.platform.DoviraProperties;
import io.dovira.command.platform.Recorder;
import io.dovira.command.platform.Uploads;
import io.dovira.eventstore.log.EventLog;
import jakarta.servlet.MultipartConfigElement;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Import of files. */
@Configuration(proxyBeanMethods = false)
class ImportsConfiguration {

    @Bean
    Uploads importUploads() {
        return new Uploads("/api/v1/imports/**");
    }

    @Bean
    MappingReader mappingReader() {
        return new MappingReader();
    }

    @Bean
    BuiltInMappings builtInMappings(MappingReader reader) {
        return new BuiltInMappings(reader);
    }

    @Bean
    Imports imports(
            MongoDatabase commandDatabase,
            EventLog log,
            Recorder recorder,
            DoviraProperties dovira,
            ImportsProperties properties,
            MappingReader mappings,
            Clock clock) {
        return new Imports(
                new ImportStore(commandDatabase),
                new Spool(dovira.data()),
                new LogLedger(log, recorder),
                properties,
                mappings,
                clock);
    }

    /** Uploads go to disk as they come; a larger one is refused while it is read. */
    @Bean
    MultipartConfigElement multipartConfigElement(ImportsProperties properties) {
        long most = properties.maxUpload().toBytes();
        int inMemory = 256 * 1024;
        return new MultipartConfigElement("", most, most + inMemory, inMemory);
    }
}
